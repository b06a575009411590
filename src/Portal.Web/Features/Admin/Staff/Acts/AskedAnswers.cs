using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Approvals;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Staff.Acts;

internal static class AskedAnswers
{
    /// <summary>Nothing was granted yet: a second person decides.</summary>
    public static SeeOtherResult Asked(this Controller controller, AskOutcome outcome, IStringLocalizer<StaffPersonText> text, string path)
    {
        if (outcome == AskOutcome.Asked)
        {
            controller.TempData.Success(text["Done.Asked"]);
        }
        else
        {
            controller.TempData.Warning(text["Not.Waits"]);
        }

        return new SeeOtherResult(path);
    }
}
