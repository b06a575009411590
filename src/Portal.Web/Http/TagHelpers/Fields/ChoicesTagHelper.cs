using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Radio buttons or checkboxes under one legend.</summary>
[HtmlTargetElement("p-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("p-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    protected override string FirstControlId => ControlId + "_0";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = context.TagName == "p-radios" ? "radio" : "checkbox";
        var chosen = Chosen();
        RenderGroup(output, [.. Items.Select((item, index) => Option(type, item, index, chosen.Contains(item.Value)))]);
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] many ? [.. many] : [entry.AttemptedValue ?? ""];
        return For?.Model is IEnumerable values and not string
            ? [.. values.Cast<object?>().Select(Word)]
            : [Word(For?.Model)];
    }

    private static string Word(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private TagBuilder Option(string type, Choice item, int index, bool on)
    {
        var id = ControlId + "_" + index.ToString(CultureInfo.InvariantCulture);
        var hintId = item.Hint is null ? null : id + "-hint";
        var input = Markup.Input("p-choice__input", type, FullName, item.Value)
            .With("id", id).Flag("checked", on).With("aria-describedby", hintId);
        var label = Markup.Element("label", "p-choice__label", item.Text).With("for", id);
        var hint = item.Hint is null ? null : Markup.Element("p", "p-choice__hint", item.Hint).With("id", hintId);
        return Markup.Element("div", "p-choice", input, label, hint);
    }
}
