"""Keywords in the manner of older records: thesaurus terms, not what practitioners type."""

from reviews.illustrative.chance import Chance

_TERMS = {
    "physical-abuse": "physical abuse, cruelty",
    "non-accidental-injury": "non-accidental head injuries, injuries, physical abuse",
    "abusive-head-trauma": "shaking, head injuries, infant deaths",
    "fabricated-or-induced-illness": "fabricated or induced illness, medical examinations",
    "neglect": "child neglect, failure to thrive, neglecting parents",
    "emotional-abuse": "emotional abuse, isolation",
    "child-sexual-abuse": "child sexual abuse, incest, grooming, sex offenders",
    "child-sexual-exploitation": "child sexual exploitation, grooming, rape",
    "child-criminal-exploitation": "criminal exploitation, gangs, county lines",
    "harmful-sexual-behaviour": "harmful sexual behaviour, children who sexually abuse",
    "suicide": "suicide, adolescents, depression",
    "self-harm": "self harm, adolescents, hospitalisation",
    "overdose-or-poisoning": "poisoning, drug misuse, methadone",
    "filicide": "filicide, child deaths, homicide",
    "homicide-outside-the-family": "homicide, adolescents",
    "concealed-birth": "concealed pregnancy, infant deaths, neonates",
    "serious-youth-violence": "gangs, knife crime, young offenders",
    "strangulation-or-suffocation": "suffocation, child deaths",
    "drowning": "drowning, accidents, supervision",
    "sudden-unexpected-death-in-infancy": "infant deaths, sleep, co-sleeping",
    "dog-attack": "dogs, injuries, animals",
    "accident-or-lack-of-supervision": "accidents, supervision, home safety",
    "medical-neglect": "children with chronic illnesses, medical care neglect, asthma",
    "domestic-abuse": "family violence, violent fathers, partner relations",
    "online-harm": "internet, online grooming",
    "trafficking-or-modern-slavery": "child trafficking, unaccompanied children",
    "abduction": "child abduction, custody disputes",
    "female-genital-mutilation": "female genital mutilation, harmful practices",
    "parental-mental-health": "parents with mental health problems, psychiatric assessment",
    "perinatal-mental-health": "postnatal depression, mothers",
    "parental-substance-misuse": "substance misuse, addicted parents, alcohol misuse",
    "parental-learning-disability": "parents with learning disabilities, parenting capacity",
    "unseen-men": "unknown men, fathers, father-child relationships",
    "young-parents": "adolescent parents, adolescent mothers",
    "parental-separation": "separation, divorce, contact, residence orders",
    "housing-and-homelessness": "homelessness, temporary accommodation, housing",
    "poverty": "low income families, poverty",
    "wider-family": "grandparents, kinship care, extended families",
    "culture-and-ethnicity": "ethnic groups, cultural differences, racism",
    "interpreters-and-language": "interpreting services, language",
    "immigration-status": "asylum seekers, immigration",
    "family-engagement": "resistance, parent-professional relationships",
    "disguised-compliance": "disguised compliance, parental attitudes",
    "child-mental-health": "child mental health, child and adolescent mental health services",
    "child-disability": "children with disabilities, speech impaired children",
    "voice-of-the-child": "voice of the child, children’s views, listening",
    "vulnerability-of-babies": "infants, crying, maternal health services",
    "pre-birth-assessment": "pre-birth risk assessments, pregnancy",
    "looked-after-children": "children in care, foster care, placement breakdown",
    "children-not-in-school": "home education, school exclusion, truancy",
    "missing-children": "runaway adolescents, missing persons",
    "professional-curiosity": "professional curiosity, optimistic behaviour",
    "supervision": "supervision, social workers",
    "information-sharing": "information sharing, interagency cooperation, confidentiality",
    "record-keeping": "record keeping, case records",
    "assessment": "assessment, risk assessment",
    "early-help": "early intervention, family support services",
    "thresholds-and-referrals": "referral procedures, thresholds",
    "child-protection-plans": "child protection, child protection conferences",
    "multi-agency-working": "interagency cooperation, working together",
    "court-orders": "exclusion orders, supervision orders",
    "missed-appointments": "non-attendance, health services",
    "workforce-and-training": "staff training, workloads",
}
_LISTED = {slug: terms.split(", ") for slug, terms in _TERMS.items()}


def keywords(chance: Chance, harms: list[str], themes: list[str], year: int) -> list[str]:
    """Records were given keywords until about 2022; without repeats, harms first."""
    if year > 2022 or not chance.odds(85 if year < 2020 else 25):
        return []
    found = [chance.pick(_LISTED[slug]) for slug in (*harms, *themes) if slug in _LISTED]
    return list(dict.fromkeys(found))[: chance.between(3, 9)]
