using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Base of all labelled controls: name, id, label with its mark, hint, errors and the value to show again.
/// </summary>
public abstract class ControlTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ComponentTagHelper(text)
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    /// <summary>Instead of asp-for, for filters and other forms without a model.</summary>
    public string? Name { get; set; }

    public string? Id { get; set; }
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public bool Optional { get; set; }

    /// <summary>Leaves out ※必須 and ※任意.</summary>
    public bool Unmarked { get; set; }

    protected string FullName => For is null ? Name ?? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string ControlId => Id ?? TagBuilder.CreateSanitizedId(FullName, "_");

    protected IReadOnlyList<string> Errors { get; private set; } = [];

    public override void Init(TagHelperContext context)
    {
        Unmarked |= context.Items.ContainsKey(typeof(ConditionsTagHelper));
        Errors = [.. ModelErrors.Of(ViewContext.ViewData.ModelState, FullName, Text)];
        page.Fields.Add(new FieldAnchor(FullName, FirstControlId));
    }

    /// <summary>Where a link of the error summary leads.</summary>
    protected virtual string FirstControlId => ControlId;

    /// <summary>What was sent, else what the model holds.</summary>
    protected string? CurrentValue =>
        ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.AttemptedValue is { } sent
            ? sent
            : Format(For?.Model);

    protected virtual string? Format(object? model) => Convert.ToString(model, CultureInfo.InvariantCulture);

    protected string? DescribedBy(params string?[] more)
    {
        string?[] ids = [Errors.Count > 0 ? ErrorId : null, Hint is null ? null : HintId, .. more];
        return string.Join(' ', ids.Where(id => id is not null)) is { Length: > 0 } all ? all : null;
    }

    protected TagBuilder Control(TagBuilder control, params string?[] describedBy) => control
        .With("id", ControlId)
        .With("name", FullName)
        .With("aria-describedby", DescribedBy(describedBy))
        .With("aria-invalid", Errors.Count > 0 ? "true" : null);

    /// <summary>
    /// Attributes the author wrote on the component (autocomplete, inputmode, autofocus …) belong to the control.
    /// </summary>
    protected static TagBuilder TakeAttributes(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        output.Attributes.Clear();
        return control;
    }

    /// <summary>Label, hint, errors, then the control: in this order for eyes and for screen readers.</summary>
    protected void RenderField(TagHelperOutput output, params IHtmlContent?[] control)
    {
        var label = Markup.Element("label", "p-field__label").With("for", ControlId).AddText(Label).Add(Mark());
        Fill(output, "div", [label, HintElement(), ErrorElement(), .. control]);
    }

    protected void RenderGroup(TagHelperOutput output, params IHtmlContent?[] controls)
    {
        var legend = Markup.Element("legend", "p-field__label").AddText(Label).Add(Mark());
        output.Attributes.Clear();
        if (DescribedBy() is { } ids)
            output.Attributes.SetAttribute("aria-describedby", ids);
        Fill(output, "fieldset", [legend, HintElement(), ErrorElement(), .. controls]);
    }

    /// <summary>A checkbox stands before its label, and needs no mark.</summary>
    protected void RenderCheckbox(TagHelperOutput output, IHtmlContent input)
    {
        var label = Markup.Element("label", "p-choice__label", Label).With("for", ControlId);
        Fill(output, "div", [ErrorElement(), Markup.Element("div", "p-choice", input, label, HintElement("p-choice__hint"))]);
    }

    private string HintId => ControlId + "-hint";

    private string ErrorId => ControlId + "-error";

    private void Fill(TagHelperOutput output, string element, IEnumerable<IHtmlContent?> parts)
    {
        Become(output, element, "p-field");
        if (Errors.Count > 0)
            output.Attributes.SetAttribute("data-invalid", "");
        output.Content.Clear();
        foreach (var part in parts)
            if (part is not null)
                output.Content.AppendHtml(part);
    }

    private TagBuilder? Mark() => Unmarked
        ? null
        : Markup.Element("span", "p-field__mark", Text[Optional ? "Optional" : "Required"])
            .With("data-mark", Optional ? "optional" : "required");

    private TagBuilder? HintElement(string css = "p-field__hint") =>
        Hint is null ? null : Markup.Element("p", css, Hint).With("id", HintId);

    private TagBuilder? ErrorElement()
    {
        if (Errors.Count == 0)
            return null;
        var list = Markup.Element("div", "p-field__errors").With("id", ErrorId);
        foreach (var error in Errors)
            list.Add(Markup.Element("p", "p-field__error", Markup.Hidden(Text["ErrorPrefix"])).AddText(error));
        return list;
    }
}
