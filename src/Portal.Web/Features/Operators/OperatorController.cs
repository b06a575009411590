using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators;

/// <summary>
/// What all pages of this feature share: where they are served, how a refusal looks, and the way back to the list as it
/// was.
/// </summary>
[ServedIn(Site.Tenant)]
[TenantFeature("operators")]
public abstract class OperatorController : Controller
{
    protected string Carry => OperatorFilter.Returning(Request).Carry;

    protected SeeOtherResult ToDetail(Guid id) => new(Detail(id));

    protected IActionResult Refuse(DelegationVerdict verdict) => VerdictAnswers.Of(this, verdict);

    protected ViewResult Again(string view, object model, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View(view, model);
    }

    protected ViewResult Confirm(PortalUser subject, ConfirmPage page)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(page);
        return View("Confirm", page with { Subject = subject, Back = Detail(subject.Id) });
    }

    /// <summary>Who may do this one thing, and see nobody, goes home from there (CONT-5).</summary>
    private string Detail(Guid id) => HttpContext.RequestServices.GetRequiredService<Offers>().Has("~/operators")
        ? $"~/operators/{id}{Carry}"
        : "~/home";

    protected ViewResult ChangedElsewhere(PortalUser subject, string again) =>
        Again("Elsewhere", new ElsewherePage(subject, again), StatusCodes.Status409Conflict);
}
