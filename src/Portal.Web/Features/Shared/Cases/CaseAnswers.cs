using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Shared.Cases;

/// <summary>Tells what became of an act on a case, in the texts of the side that acted.</summary>
public static class CaseAnswers
{
    /// <summary>Back to the case, which says what is so now.</summary>
    /// <param name="text">Has "Done.X" for each act, and why not.</param>
    /// <param name="done">Names the act.</param>
    public static SeeOtherResult BackToCase(this Controller controller, string path, CaseOutcome outcome, IStringLocalizer text,
        string done)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(text);
        if (outcome is CaseOutcome.Done)
        {
            controller.TempData.Success(text["Done." + done]);
        }
        else
        {
            controller.TempData.Warning(text[WhyNot(outcome)]);
        }

        return new SeeOtherResult(path);
    }

    /// <summary>Names the text.</summary>
    public static string WhyNot(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Refused { Why: CaseObstacle.IsClosed } => "Not.Closed",
        CaseOutcome.Overtaken or CaseOutcome.SetElsewhere => "Not.Overtaken",
        CaseOutcome.Unchanged => "Not.Unchanged",
        _ => "Not.WrongStatus",
    };
}
