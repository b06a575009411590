using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Text;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Search;

/// <summary>The portal's search for a browser's own box, as OpenSearch 1.1 describes it (HOME-4).</summary>
[AllowAnonymous]
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Search)]
[PublicFile]
[BackgroundRequest]
[ForcedChangeAllowed]
[EnrolmentAllowed]
[OwnTransaction]
public sealed class SearchDescriptionController(CurrentTenant tenant, TenantLinks links) : Controller
{
    // What the format allows a short name.
    private const int LongestName = 16;

    private static readonly XNamespace Format = "http://a9.com/-/spec/opensearch/1.1/";

    [HttpGet("search.xml")]
    public IActionResult Index()
    {
        var name = tenant.Value.Profile.Name.ToString();
        var page = links.To(tenant.Value, SitePaths.Search.TrimStart('~'));
        var document = new XElement(Format + "OpenSearchDescription",
            new XElement(Format + "ShortName", Shortened.To(name, LongestName)),
            new XElement(Format + "Description", name),
            new XElement(Format + "InputEncoding", "UTF-8"),
            new XElement(Format + "Image", new XAttribute("type", "image/svg+xml"),
                links.To(tenant.Value, SitePaths.OfVersion(SitePaths.Icon, tenant.Value.Brand.Version).TrimStart('~'))),
            new XElement(Format + "Url", new XAttribute("type", "text/html"), new XAttribute("method", "get"),
                new XAttribute("template", page + "?q={searchTerms}")));
        Response.Headers.CacheControl = "no-cache";
        return Content(document.ToString(), "application/opensearchdescription+xml; charset=utf-8");
    }
}
