using Portal.Web.Audit;

namespace Portal.Web.Domain.Contracts;

/// <summary>What is recorded of contracts; the subject is the contract.</summary>
public sealed class ContractEvents() : EventContribution(typeof(ContractEventText),
    [
        new(Opened, "The staff opens a contract, with its holder, numbers and first user"),
        new(Changed, "Service, plan, limit or options of a contract are changed; the facts say from what to what"),
        new(HolderChanged, "Name, address or language of a holder are changed; the facts say from what to what"),
        new(LetterPrinted, "A start letter is shown to be printed, or saved; the facts say whether a password is on it"),
    ])
{
    public const string Opened = "contract-opened";
    public const string Changed = "contract-changed";
    public const string HolderChanged = "holder-changed";
    public const string LetterPrinted = "start-letter-printed";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ContractEventText;
