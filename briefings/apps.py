from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings and articles"

    def ready(self) -> None:
        from briefings.editing import notices as ours
        from briefings.editing import releasing, scheduled
        from briefings.mentioning import Pieces
        from reviews import mentions
        from reviews.editing import notices, scheduling

        mentions.register(Pieces())
        notices.register(ours.on_the_first_page)
        notices.register(scheduled.on_the_first_page)
        scheduling.register(releasing.COPIES)
