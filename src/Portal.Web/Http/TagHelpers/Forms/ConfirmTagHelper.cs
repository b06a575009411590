using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// The body of a confirm page: question, consequences, fields if
/// any, act and way back. A link with "dialog" shows it in place.
/// </summary>
[HtmlTargetElement("p-confirm")]
public sealed class ConfirmTagHelper(IStringLocalizer<ComponentText> text, FormOnce once) : ComponentTagHelper(text)
{
    /// <summary>The page's h1.</summary>
    public string Title { get; set; } = "";

    public string? Action { get; set; }

    /// <summary>Name of the act, such as 削除.</summary>
    public string Submit { get; set; } = "";

    public string Kind { get; set; } = "danger";
    public string CancelHref { get; set; } = HomePaths.Root;

    /// <summary>Text of the way back; 戻る unless given.</summary>
    public string? Cancel { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "div", "p-confirm");
        output.Attributes.SetAttribute("data-confirm", "");
        output.Content.SetHtmlContent(Markup.Element("h1", null, Title));
        output.Content.AppendHtml(Form(body));
    }

    private TagBuilder Form(IHtmlContent body)
    {
        var act = Markup.Element("button", "p-button", Submit).With("type", "submit").With("data-kind", Kind);
        var back = Markup.Link("p-button", Url(CancelHref), Cancel ?? Text["Back"]).With("data-kind", "secondary").With("data-cancel", "");
        return Markup.Element("form", "p-form", once.Fields(HttpContext), body,
                Markup.Element("div", "p-actions", act, back))
            .With("method", "post").With("action", Action is null ? AppPath.Current(HttpContext) : Url(Action)).Flag("novalidate", true);
    }
}
