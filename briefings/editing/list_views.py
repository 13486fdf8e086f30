"""The desk's list of briefings and articles."""

from django.http import HttpRequest, HttpResponse

from briefings.editing.piece_list import PieceList
from reviews.editing.access import DeskView


class Pieces(DeskView):
    template_name = "desk/pieces/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page = PieceList(request.GET)
        response = self.render_to_response(self.get_context_data(page=page))
        response.status_code = page.status
        return response
