using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Errors;

/// <summary>
/// The page shown in place of one that failed; runs again under
/// the method of the failed request, so it takes every method.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("error/{status:int:range(400,599)}")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsController(CurrentTenant tenant) : Controller
{
    public IActionResult Show()
    {
        // Not bound: binding reads the form, and that may be what failed.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = status;
        return View("Error", new ErrorPage(status, status >= 500 ? Reference() : null, MinutesToWait())
        {
            SignedInAs = HttpContext.Features.Get<ForgedRequestRefusal>()?.SignedInAs,
            NeedsCookies = HttpContext.Features.Get<ForgedRequestRefusal>() is { HasCookie: false, MayRetry: true },
            ActingFor = HttpContext.Features.Get<ActingRefusal>()?.Name,
            OfStaff = tenant.OrNull is { IsStaffRealm: true },
            SwitchUrl = status == StatusCodes.Status404NotFound && HttpMethods.IsGet(Request.Method)
                ? AccountPaths.ContractFor(AppPath.Current(HttpContext))
                : null,
            Manager = tenant.OrNull?.Profile.Operators is { EveryUser: false } managed
                ? FormWords.InSentence(managed.Manager.ToString()) : null,
            ChangeUrl = HttpContext.Features.Get<ForcedChangeRefusal>()?.ChangeUrl,
            ChangeReason = HttpContext.Features.Get<ForcedChangeRefusal>()?.Reason,
        });
    }

    private string Reference() => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    private int? MinutesToWait() =>
        int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Max(1, (seconds + 59) / 60)
            : null;
}
