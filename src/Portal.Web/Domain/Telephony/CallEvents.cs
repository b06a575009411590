using Portal.Rules.Telephony;
using Portal.Web.Audit;

namespace Portal.Web.Domain.Telephony;

/// <summary>What is recorded of calls to the temporary-password number.</summary>
internal sealed class CallEvents() : EventContribution(typeof(CallEventText),
    [
        new(Ended, "A call to the temporary-password number is over; the reason says how it ended")
        {
            Group = Group,
            IsByCaller = true,
            TellsReason = true,
            End = reason => reason switch
            {
                nameof(CallRemark.Done) => EventEnd.Success,
                HungUp or nameof(CallRemark.Mailed) => EventEnd.Neutral,
                _ => EventEnd.Failure,
            },
        },
        new(TurnedAway, "A line or contract has called too often within an hour")
        {
            Group = Group,
            IsByCaller = true,
            End = _ => EventEnd.Failure,
        },
        new(WrongNumber, "A caller keys in a number that is none of the contract")
        {
            Group = Group,
            IsByCaller = true,
            End = _ => EventEnd.Failure,
        },
    ])
{
    public const string Ended = "phone-call-ended";
    public const string TurnedAway = "phone-call-turned-away";
    public const string WrongNumber = "phone-call-wrong-number";
    public const string HungUp = nameof(HungUp);

    private const string Group = "call";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class CallEventText;
