using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Password with a button that shows it (with JavaScript only) and, for a new one, the policy as a checklist.
/// A password is never sent back to the browser.
/// </summary>
[HtmlTargetElement("p-password", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public IReadOnlyList<PolicyItem>? Rules { get; set; }

    /// <summary>Value of the passwordrules attribute, for generators of password managers.</summary>
    public string? PasswordRules { get; set; }

    /// <summary>Strength in words, from the server's estimate.</summary>
    public string? Strength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = TakeAttributes(output, Control(Markup.Input("p-input", "password", null, null), Rules is null ? null : RulesId));
        input.With("passwordrules", PasswordRules).With("spellcheck", "false").With("autocapitalize", "none");
        var box = Markup.Element("div", "p-password", input, ShowButton(), ShownStatus());
        RenderField(output, box, StrengthLine(), Checklist());
    }

    private string RulesId => ControlId + "-rules";

    private TagBuilder ShowButton() => Markup.Element("button", "p-password__show", Text["Show"])
        .With("type", "button")
        .Flag("hidden", true)
        .With("aria-controls", ControlId)
        .With("aria-label", Text["ShowPassword"])
        .With("data-show", Text["Show"])
        .With("data-hide", Text["Hide"])
        .With("data-show-label", Text["ShowPassword"])
        .With("data-hide-label", Text["HidePassword"])
        .With("data-shown", Text["PasswordShown"])
        .With("data-hidden", Text["PasswordHidden"]);

    private static TagBuilder ShownStatus() => Markup.Element("span", "vh").With("role", "status").With("data-password-status", "");

    private TagBuilder? StrengthLine() => Strength is null
        ? null
        : Markup.Element("p", "p-field__strength", Text["Strength", Strength]);

    private TagBuilder? Checklist()
    {
        if (Rules is null)
            return null;
        var list = Markup.Element("ul", "p-rules").With("id", RulesId).With("data-rules-for", ControlId)
            .With("data-met", Text["RuleMet"]).With("data-unmet", Text["RuleUnmet"]).With("data-summary", Text["RulesSummary"]);
        foreach (var rule in Rules.Where(rule => rule.Test is not null))
            list.Add(Line(rule));
        var rest = Rest([.. Rules.Where(rule => rule.Test is null).Select(rule => rule.Text)]);
        return Markup.Element("div", null, list, rest, Markup.Element("p", "vh").With("role", "status").With("data-rules-status", RulesId));
    }

    /// <summary>What only the server can tell is one line: a circle that never fills would look like a fault.</summary>
    private TagBuilder? Rest(IReadOnlyList<string> rules) => rules.Count == 0
        ? null
        : Markup.Element("p", "p-rules__rest", Text["RulesRest", string.Join(Text["RulesComma"], rules)]);

    private TagBuilder Line(PolicyItem rule) => Markup.Element("li", "p-rules__item")
        .With("data-test", rule.Test)
        .With("data-state", rule.Met switch { true => "met", false => "unmet", null => null })
        .Add(Markup.Element("span", "p-rules__text", rule.Text), StateWord(rule.Met));

    private TagBuilder StateWord(bool? met) => Markup.Element("span", "p-rules__state", met switch
    {
        true => Text["RuleMet"],
        false => Text["RuleUnmet"],
        null => "",
    });
}
