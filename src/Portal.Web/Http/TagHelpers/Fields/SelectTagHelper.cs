using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

[HtmlTargetElement("p-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>Instead of asp-for.</summary>
    public string? Value { get; set; }

    /// <summary>First option, with an empty value, such as 選択してください.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Control(Markup.Element("select", "p-input p-input--select"));
        var current = CurrentValue ?? "";
        if (Empty is not null)
            select.Add(Option("", Empty, current));
        TagBuilder? group = null;
        foreach (var item in Items)
        {
            if (item.Group != group?.Attributes["label"])
                select.Add(group = item.Group is null ? null : Markup.Element("optgroup", null).With("label", item.Group));
            (group ?? select).Add(Option(item.Value, item.Text, current));
        }

        RenderField(output, TakeAttributes(output, select));
    }

    protected override string? Format(object? model) => base.Format(model) is { Length: > 0 } value ? value : Value;

    private static TagBuilder Option(string value, string text, string current) => Markup.Element("option", null, text)
        .With("value", value)
        .Flag("selected", value == current);
}
