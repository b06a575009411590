using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// One text control. No required and no maxlength: the server's messages are the only rule set, and nothing typed is
/// cut off silently.
/// </summary>
[HtmlTargetElement("p-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public string Type { get; set; } = "text";

    /// <summary>Instead of asp-for.</summary>
    public string? Value { get; set; }

    /// <summary>Width by content: xs (4), s (8), m (16), l (full).</summary>
    public string? Size { get; set; }

    /// <summary>Shows how many characters are left; the server decides.</summary>
    public int? Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = TakeAttributes(output, Control(Type == "textarea" ? TextArea() : Input(), Count is null ? null : CountId));
        control.With("data-size", Size).With("data-count", Count?.ToString(CultureInfo.InvariantCulture));
        RenderField(output, control, Count is null ? null : Counter());
    }

    protected override string? Format(object? model) => (Type, model) switch
    {
        ("date", DateTimeOffset value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("date", DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("date", DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => base.Format(model) is { Length: > 0 } text ? text : Value,
    };

    private string CountId => ControlId + "-count";

    private TagBuilder Input() => Markup.Input("p-input", Type, null, Type is "password" or "file" ? null : CurrentValue);

    // The parser drops one line break right after the start tag; ours is given up for it, not the author's.
    private TagBuilder TextArea() => Markup.Element("textarea", "p-input").With("rows", "6").AddText("\n" + CurrentValue);

    private TagBuilder Counter() => Markup.Element("p", "p-field__count", Text["CountLimit", Count!])
        .With("id", CountId)
        .With("data-count-of", ControlId)
        .With("data-left", Text["CountLeft"])
        .With("data-over", Text["CountOver"]);
}
