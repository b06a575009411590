using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Hosting;
using Portal.Web.Http.Languages;

namespace Portal.Web.Features.Landing;

/// <summary>Files for machines at fixed addresses.</summary>
[AllowAnonymous]
public sealed class WellKnownController(TimeProvider clock, IOptions<NodeOptions> options) : Controller
{
    private const int ValidForDays = 180;

    [HttpGet("robots.txt")]
    public IActionResult Robots() => Content("User-agent: *\nDisallow: /\n", "text/plain");

    /// <summary>RFC 9116: whom to tell of a weakness. Without a contact there is nothing to say.</summary>
    [HttpGet(".well-known/security.txt")]
    public IActionResult Security()
    {
        if (options.Value.SecurityContact is not { Length: > 0 } contact)
            return NotFound();
        var expires = clock.GetUtcNow().AddDays(ValidForDays).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        return Content($"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: ja, en\n", "text/plain");
    }
}
