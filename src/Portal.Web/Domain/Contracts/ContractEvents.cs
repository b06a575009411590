using Portal.Web.Audit;

namespace Portal.Web.Domain.Contracts;

/// <summary>What is recorded of contracts; the subject is the contract.</summary>
public sealed class ContractEvents() : EventContribution(typeof(ContractEventText),
    [
        new(Opened, "The staff opens a contract, with its holder, numbers and first user"),
        new(Changed, "Service, plan, limit or options of a contract are changed; the facts say from what to what"),
        new(HolderChanged, "Name, address or language of a holder are changed; the facts say from what to what"),
        new(NumbersAdded, "A contract gets telephone numbers after it was opened") { Mailed = Managers },
        new(NumbersRemoved, "A telephone number leaves a contract, with the ID that signed in with it") { Mailed = Managers },
        new(LineAdded, "A contract gets a line that is no telephone line"),
        new(LineChanged, "A line of a contract is changed; the facts say from what to what"),
        new(LineRemoved, "A line without telephone numbers leaves a contract"),
        new(LetterPrinted, "A start letter is shown to be printed, or saved; the facts say whether a password is on it"),
    ])
{
    private const string Managers = "to the contract's managers";
    public const string Opened = "contract-opened";
    public const string Changed = "contract-changed";
    public const string HolderChanged = "holder-changed";
    public const string NumbersAdded = "contract-numbers-added";
    public const string NumbersRemoved = "contract-numbers-removed";
    public const string LineAdded = "contract-line-added";
    public const string LineChanged = "contract-line-changed";
    public const string LineRemoved = "contract-line-removed";
    public const string LetterPrinted = "start-letter-printed";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ContractEventText;
