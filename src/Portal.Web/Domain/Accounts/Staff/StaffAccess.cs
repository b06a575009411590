using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Domain.Accounts.Staff;

/// <summary>
/// Switches accounts of the staff off and on, and removes them (ADMIN-11); the last system administrator stays (AZ-08).
/// </summary>
public sealed class StaffAccess(PortalDbContext db, StaffTurns turns, SignInSwitch signIn, LastManager lastManager,
    RemovalService removal)
{
    public async Task<StaffOutcome> DisableAsync(Guid staffId, string reason) =>
        await BeginAsync(staffId) is { } turn ? Of(await signIn.DisableAsync(turn.User, reason)) : StaffOutcome.Refused;

    public async Task<StaffOutcome> EnableAsync(Guid staffId, string reason) =>
        await BeginAsync(staffId) is { } turn ? Of(await signIn.EnableAsync(turn.User, reason)) : StaffOutcome.Refused;

    public async Task<StaffOutcome> RemoveAsync(Guid staffId, string reason)
    {
        if (await BeginAsync(staffId) is not { } turn)
        {
            return StaffOutcome.Refused;
        }

        if (turn.User.DisabledAt is null && await lastManager.IsAsync(turn.User))
        {
            return StaffOutcome.LastAdministrator;
        }

        await db.StaffAssignments.Where(row => row.UserId == staffId).ExecuteDeleteAsync();
        return await removal.RemoveAsync(turn.User, reason) == RemovalOutcome.Removed ? StaffOutcome.Done : StaffOutcome.LastAdministrator;
    }

    private async Task<StaffTurn?> BeginAsync(Guid staffId) =>
        await turns.BeginAsync(staffId) is { } turn && StaffAccountRules.Decide(turn.Actor, turn.Subject) == StaffVerdict.Allowed
            ? turn
            : null;

    private static StaffOutcome Of(SwitchOutcome outcome) => outcome switch
    {
        SwitchOutcome.Switched => StaffOutcome.Done,
        SwitchOutcome.LastManager => StaffOutcome.LastAdministrator,
        _ => StaffOutcome.Unchanged,
    };
}
