using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Forms;
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

    protected ViewResult Again(string view, object model, int status = StatusCodes.Status422UnprocessableEntity) =>
        this.FormAgain(view, model, status);

    protected ViewResult Confirm(PortalUser subject, ConfirmPage page)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(page);
        return View("Confirm", page with { Subject = subject, Back = Detail(subject.Id) });
    }

    /// <param name="title">What tells the account from others.</param>
    protected ViewResult ChangedElsewhere(PortalUser subject, string title, params IReadOnlyList<ComparedField> fields) =>
        this.Elsewhere(Newer(subject, title) with { Fields = fields });

    /// <param name="again">Where a choice that travels nowhere is made anew.</param>
    protected ViewResult ChooseAnew(PortalUser subject, string title, string again) =>
        this.Elsewhere(Newer(subject, title) with { Again = again });

    private ChangedElsewhere Newer(PortalUser subject, string title) => new(subject, title, Detail(subject.Id));

    private string Detail(Guid id) => OperatorPaths.Show(id) + Carry;
}
