using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;

namespace Portal.Web.Http.Guards;

internal static class VerdictAnswers
{
    /// <summary>The feature's view that says why something cannot be done to this one, whoever asks.</summary>
    private const string View = "Refused";

    /// <summary>How a refusal looks.</summary>
    /// <param name="controller">Its feature has the view.</param>
    /// <param name="verdict">Never <see cref="DelegationVerdict.Allowed"/>.</param>
    public static IActionResult Of(Controller controller, DelegationVerdict verdict)
    {
        switch (verdict)
        {
            case DelegationVerdict.Hidden:
                return new NotFoundResult();
            case DelegationVerdict.Forbidden:
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            case DelegationVerdict.Allowed:
                throw new InvalidOperationException("Nothing was refused.");
            default:
                var page = controller.View(View, verdict);
                page.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return page;
        }
    }
}
