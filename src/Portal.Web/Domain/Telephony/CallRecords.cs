using Portal.Rules.Telephony;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Telephony;

/// <summary>Writes calls into the history of the account concerned (CALL-5); never what was keyed in.</summary>
public sealed class CallRecords(ContractAccounts accounts, AuditLog audit)
{
    /// <summary>What an answer owes to the history.</summary>
    public async Task AnsweredAsync(PhoneCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        switch (call)
        {
            case { Remark: CallRemark.TooManyCalls }:
                await RecordAsync(CallEvents.TurnedAway, call, null);
                break;
            case { Step: CallStep.Over }:
                await RecordAsync(CallEvents.Ended, call, call.Remark.ToString());
                break;
            case { Remark: CallRemark.WrongNumber }:
                await RecordAsync(CallEvents.WrongNumber, call, null);
                break;
            default:
                break;
        }
    }

    public Task HungUpAsync(PhoneCall call) => RecordAsync(CallEvents.Ended, call, CallEvents.HungUp);

    /// <summary>Where the call got to no number, the one that called is concerned.</summary>
    private async Task RecordAsync(string kind, PhoneCall call, string? reason)
    {
        var number = call.Target ?? E164.National(call.Caller);
        var subject = await accounts.FindAsync(call.ContractId, number) is { } user
            ? AuditSubject.Of(user)
            : new AuditSubject(null, number, call.ContractId);
        audit.Record(kind, subject, reason, new { calling = E164.Shown(call.Caller) });
    }
}
