using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;

namespace Portal.Web.Http.Guards;

/// <summary>
/// The account that the address names, for an act of a customer on it: looked at for a page, and with its contract
/// locked for what a form changes. The action gets it as <c>PortalUser</c>, or with the one who acts as <see
/// cref="Delegation.Granted"/>.
/// </summary>
public sealed class SubjectGuardAttribute(DelegatedAct act) : GuardAttribute
{
    public DelegatedAct Act { get; } = act;

    /// <summary>For a form that changes nothing, as one that takes a file away: nobody waits for it.</summary>
    public bool OnlyLooks { get; init; }

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        Make<SubjectGuard, SubjectGuardAttribute>(serviceProvider, this);
}

internal sealed class SubjectGuard(SubjectGuardAttribute asked, Delegates delegates) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var changes = HttpMethods.IsPost(context.HttpContext.Request.Method) && !asked.OnlyLooks;
        var answer = changes ? await delegates.AskToChangeAsync(Id(context), asked.Act) : await delegates.AskAsync(Id(context), asked.Act);
        switch (answer)
        {
            case Delegation.Granted granted:
                Hand(context, granted, granted.Subject);
                return null;

            // Who may not see it is not told either that it is there.
            case Delegation.Refused when asked.Act == DelegatedAct.See:
                return new NotFoundResult();
            case Delegation.Refused refused:
                return VerdictAnswers.Of((Controller)context.Controller, refused.Verdict);
            default:
                throw new InvalidOperationException($"{answer} is no answer.");
        }
    }
}
