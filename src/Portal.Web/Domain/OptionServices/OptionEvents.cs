using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.OptionServices;

/// <summary>What is recorded of option services.</summary>
internal sealed class OptionEvents() : EventContribution(typeof(OptionEventText),
    [
        new(Saved,
            "An option service of a number is set; the facts name service, version, target of forwarding, mailbox that voicemail tells")
        {
            Group = HistoryGroups.Account,
            Told = ["service", "inUse", "target", "notifyAddress"],
        },
        new(CallRequested, "Somebody begins a call by a click; the facts name both numbers") { Group = "call", Told = ["called"] },
        new(CallLimited, "Too many calls were begun by a click within a minute") { Group = HistoryGroups.Failure },
    ])
{
    public const string Saved = "option-service-saved";
    public const string CallRequested = "option-call-requested";
    public const string CallLimited = "option-call-limited";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class OptionEventText;
