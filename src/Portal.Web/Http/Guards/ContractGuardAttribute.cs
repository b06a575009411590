using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;

namespace Portal.Web.Http.Guards;

/// <summary>
/// An act of a customer in its contract as a whole; the contract is locked for what a form changes. The action gets the
/// one who acts as <c>PortalUser</c>.
/// </summary>
public sealed class ContractGuardAttribute(DelegatedAct act) : GuardAttribute
{
    public DelegatedAct Act { get; } = act;

    /// <summary>For a form that changes nothing, as one that takes a file away: nobody waits for it.</summary>
    public bool OnlyLooks { get; init; }

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        ActivatorUtilities.CreateInstance<ContractGuard>(serviceProvider, this);
}

internal sealed class ContractGuard(ContractGuardAttribute asked, Delegates delegates) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var changes = HttpMethods.IsPost(context.HttpContext.Request.Method) && !asked.OnlyLooks;
        if ((changes ? await delegates.AskForContractToChangeAsync(asked.Act) : await delegates.AskForContractAsync(asked.Act)) is not
            { } who)
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Hand(context, who);
        return null;
    }
}
