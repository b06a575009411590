using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>The pages of a task in several steps.</summary>
[HtmlTargetElement("p-stepper", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepperTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public IReadOnlyList<string> Steps { get; set; } = [];

    /// <summary>From 1.</summary>
    public int Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Element("ol", "p-stepper__list");
        for (var number = 1; number <= Steps.Count; number++)
            list.Add(Step(number));
        var position = Markup.Element("p", "p-stepper__position", Text["StepPosition", Steps.Count, Current]);
        Replace(output, Markup.Element("div", "p-stepper", position, list));
    }

    private TagBuilder Step(int number)
    {
        var state = number < Current ? "done" : number == Current ? "current" : "ahead";
        return Markup.Element("li", "p-stepper__step", Steps[number - 1])
            .With("data-state", state)
            .With("aria-current", state == "current" ? "step" : null)
            .Add(state == "done" ? Markup.Hidden(Text["StepDone"]) : null);
    }
}
