using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Input;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Base of the GET forms above a list, so that the address can be shared. Sending one starts at page 1 again.
/// </summary>
public abstract class ConditionsTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>Parameters of the query to carry over, separated by commas: sort,view.</summary>
    public string Keep { get; set; } = "sort,view";

    protected TagBuilder Form(string css)
    {
        var form = Markup.Element("form", css).With("method", "get").With("action", Path).Flag("novalidate", true);
        foreach (var name in Keep.Split(','))
            foreach (var value in HttpContext.Request.Query[name])
                form.Add(Markup.Input(null, "hidden", name, value));
        return form;
    }

    protected static TagBuilder Button(string label) =>
        Markup.Element("button", "p-button", label).With("type", "submit").With("data-kind", "primary");

    /// <summary>Leads to the list without any condition; nothing where there is none.</summary>
    protected TagBuilder? Clear(bool narrowed) =>
        narrowed ? Markup.Link("p-button", Path, Text["FilterClear"]).With("data-kind", "quiet") : null;

    private string Path => FormPage.Shown(HttpContext).Split('?')[0];
}
