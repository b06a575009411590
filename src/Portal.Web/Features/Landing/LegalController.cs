using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.Landing;

/// <summary>Pages about the site itself; the same for every portal, reachable below each.</summary>
[AllowAnonymous]
public sealed class LegalController : Controller
{
    [HttpGet("privacy")]
    public IActionResult Privacy() => Page("Privacy", 5);

    [HttpGet("terms")]
    public IActionResult Terms() => Page("Terms", 5);

    [HttpGet("accessibility")]
    public IActionResult Accessibility() => Page("Accessibility", 4);

    [HttpGet("environment")]
    public IActionResult Environment() => Page("Environment", 4);

    private ViewResult Page(string name, int sections) => View("Legal", new LegalPage(name, sections));
}
