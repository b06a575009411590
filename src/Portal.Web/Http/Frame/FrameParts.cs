using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Rules.Brands;
using Portal.Web.Http.Input;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Http.Frame;

/// <summary>What the frame of every page is made of, without components; the frame is drawn with each page.</summary>
public sealed class FrameParts(PageContext page, IHttpContextAccessor accessor, FormOnce once, IFileVersionProvider versions,
    IDisplayTime times, TimeProvider clock, IStringLocalizer<ComponentText> text)
{
    private string? here;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The address that shows this page.</summary>
    public string Here => here ??= FormPage.Shown(Context);

    /// <summary>The portal's logo, or its drawn mark; its name always stands beside it.</summary>
    public IHtmlContent Mark => page.Logo is { } logo ? Logo(logo, OfPortal(SitePaths.OfLogo(logo.Id)))
        : Icons.Mark(page.Brand?.Mark ?? BrandMarks.Drawing(BrandMarks.Usual));

    public IHtmlContent Now => TimeTagHelper.Element(times, clock.GetUtcNow(), TimeStyle.List);

    public IHtmlContent FormEnd { get; } = new HtmlString("</form>");

    /// <summary>Whether this is the page of that address.</summary>
    public bool IsAt(string href) => AppPath.Current(Context).Split('?')[0] == Url(href);

    public string Url(string href) => AppPath.Resolve(Context, href);

    /// <summary>A file of the portal as a whole, the same in whoever's place one works: kept once.</summary>
    public string OfPortal(string href) => ActingPaths.OfPortal(Context, href);

    /// <inheritdoc cref="AssetTagHelper"/>
    public string Asset(string name) => AssetTagHelper.Address(Context, versions, name);

    /// <summary>A logo as it stands above every page.</summary>
    public static IHtmlContent Logo(TenantLogoFacts logo, string address)
    {
        ArgumentNullException.ThrowIfNull(logo);
        var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        image.AddCssClass("p-logo");
        image.MergeAttributes(new Dictionary<string, string?>
        {
            ["src"] = address,
            ["alt"] = "",
            ["width"] = logo.Width.ToString(CultureInfo.InvariantCulture),
            ["height"] = LogoRule.DrawnHeight.ToString(CultureInfo.InvariantCulture),
        });
        return image;
    }

    /// <summary>Error prefix, page, place in the list, portal.</summary>
    public string Title(bool isValid)
    {
        var prefix = isValid ? "" : text["ErrorPrefix"].Value;
        var position = page.ListPosition is { } list ? text["TitlePosition", list.Page, list.Pages].Value : "";
        return text["TitlePattern", prefix + page.Title + position, page.PortalName ?? text["DefaultPortalName"].Value];
    }

    /// <summary>The beginning of a form that changes nothing.</summary>
    public IHtmlContent FormOfLooking(string action) => new HtmlContentBuilder(3)
        .AppendHtml("<form class=\"p-form\" method=\"get\" novalidate=\"\" action=\"").Append(Url(action)).AppendHtml("\">");

    /// <summary>The beginning of a form, with what p-form puts into each.</summary>
    public IHtmlContent Form(string action, string css) => new HtmlContentBuilder(6)
        .AppendHtml("<form class=\"").AppendHtml(css).AppendHtml("\" method=\"post\" novalidate=\"\" action=\"").Append(Url(action))
        .AppendHtml("\">").AppendHtml(once.Fields(Context));
}
