using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

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

    /// <summary>
    /// For the page of what was done under the act: that stays where the tenant does not offer the act any more, and
    /// the page says itself whether there is any. Every other page of an act that is not offered is not there.
    /// </summary>
    public bool Standing { get; init; }

    /// <summary>Where a member is led who manages nobody and has one page here, its own: "~/operators/{0}".</summary>
    public string? OwnPage { get; init; }

    /// <summary>Whether a link to this page may be shown.</summary>
    public bool LetsIn(PortalUser who, Delegates delegates)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(delegates);
        return IsLedElsewhere(who, delegates) || delegates.MayInContract(who, Act, Standing);
    }

    internal bool IsLedElsewhere(PortalUser who, Delegates delegates) =>
        OwnPage is not null && who.Role == AccountRole.Member && !delegates.MayInContract(who, Act);

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        Make<ContractGuard, ContractGuardAttribute>(serviceProvider, this);
}

internal sealed class ContractGuard(ContractGuardAttribute asked, Delegates delegates, CurrentSession session, CurrentTenant tenant)
    : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (asked.IsLedElsewhere(session.User, delegates))
        {
            return new SeeOtherResult(string.Format(CultureInfo.InvariantCulture, asked.OwnPage!, session.UserId));
        }

        // Hidden, like an act on somebody that is not offered: nobody in the contract could give the right to it.
        if (!asked.Standing && !DelegatedActs.AreOffered(tenant.Value, asked.Act))
        {
            return new NotFoundResult();
        }

        var changes = HttpMethods.IsPost(context.HttpContext.Request.Method) && !asked.OnlyLooks;
        if ((changes
            ? await delegates.AskForContractToChangeAsync(asked.Act, asked.Standing)
            : await delegates.AskForContractAsync(asked.Act, asked.Standing)) is not { } who)
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Hand(context, who);
        return null;
    }
}
