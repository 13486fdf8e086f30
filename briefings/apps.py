from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings and articles"

    def ready(self) -> None:
        from briefings.editing import notices as ours
        from briefings.mentioning import Pieces
        from reviews import mentions
        from reviews.editing import notices

        mentions.register(Pieces())
        notices.register(ours.on_the_first_page)
