using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.OwnAccount.Hub;

/// <summary>The page from which everything about one's own account is reached.</summary>
public sealed class AccountController(AccountPages pages) : Controller
{
    [HttpGet("account")]
    public IActionResult Index() => View("Account", pages.Groups);
}
