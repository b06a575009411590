using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Moves;

/// <summary>What the customer's moves have in common: the act, and the way back to the case.</summary>
public abstract class MoveController(CaseMoves moves, CurrentSession session, IStringLocalizer<CasesText> text) : CaseController
{
    protected IStringLocalizer<CasesText> Text => text;

    protected Task<CaseOutcome> MoveAsync(CaseTarget target, CaseMove move, int version, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        return moves.MoveAsync(target.Row.Id, CaseActor.Customer(session.User), move, version, reason);
    }

    /// <summary>Back to the case, which says what is so now.</summary>
    protected SeeOtherResult Back(CaseTarget target, CaseMove move, CaseOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(target);
        return this.BackToCase(target.Path, outcome, text, move.ToString());
    }

    /// <summary>Whether the page of the move is there to be shown.</summary>
    protected static bool IsOffered(CaseTarget target, CaseMove move)
    {
        ArgumentNullException.ThrowIfNull(target);
        return CaseRules.Decide(CaseSide.Customer, target.Row.Status, move) is CaseDecision.Allowed;
    }

    protected SeeOtherResult NotNow(CaseTarget target, CaseMove move)
    {
        ArgumentNullException.ThrowIfNull(target);
        var why = CaseRules.Decide(CaseSide.Customer, target.Row.Status, move) is CaseDecision.Refused refused
            ? refused.Why
            : CaseObstacle.WrongStatus;
        return Back(target, move, new CaseOutcome.Refused(why));
    }
}
