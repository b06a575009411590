using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Addresses;

namespace Portal.Web.Features.Orders.Addresses;

/// <summary>What a postal code says, for the script that spares a round trip (ORDER-8).</summary>
public sealed class PostalController(PostalCodes codes, CurrentSession session) : OrderController(session)
{
    [HttpGet("postal-codes")]
    public IActionResult Index(string? code) =>
        Json(codes.Find(PostalCode.Read(code ?? "") ?? "").Select(place => new { place.Prefecture, place.City, place.Town }));
}
