using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Tenants;
using Portal.Web.Files.Pictures;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Brands;

namespace Portal.Web.Features.Shared.Brands;

/// <summary>
/// A portal's colours, icon and logo as files, so that no page needs a style of its own (FACE-1). Pages name them with
/// their version: that may be kept for a year, and whoever asks without it, or for an older one, asks again next time.
/// </summary>
[AllowAnonymous]
[ServedIn(Site.Portal)]
[PublicFile]
[BackgroundRequest]
[ForcedChangeAllowed]
[EnrolmentAllowed]
[OwnTransaction]
public sealed class BrandController(CurrentTenant tenant, TenantLogos logos) : Controller
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private TenantBrand Brand => tenant.Value.Brand;

    [HttpGet("brand.css")]
    public IActionResult Sheet([FromQuery] string? v) => Keep(v, Brand.Sheet, "text/css; charset=utf-8");

    [HttpGet("icon.svg")]
    public IActionResult Icon([FromQuery] string? v) => Keep(v, Brand.Icon, "image/svg+xml; charset=utf-8");

    [HttpGet("logo/{id:guid}")]
    [Download]
    public async Task<IActionResult> Logo(Guid id)
    {
        if (await logos.FindAsync(id) is not { } logo)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = ForEver;
        return new PictureResult(logo.ContentType, logo.Content);
    }

    private IActionResult Keep(string? asked, string file, string type)
    {
        var tag = $"\"{Brand.Version}\"";
        Response.Headers.CacheControl = asked == Brand.Version ? ForEver : "no-cache";
        Response.Headers.ETag = tag;
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag || known.Tag == "*")
            ? StatusCode(StatusCodes.Status304NotModified)
            : Content(file, type);
    }
}
