using Portal.Web.Audit;

namespace Portal.Web.Domain.Imports;

/// <summary>What is recorded of files that move customers in; never a hash.</summary>
internal sealed class ImportEvents() : EventContribution(typeof(ImportEventText),
    [
        new(Uploaded, "The staff uploads a file of contracts or users; it is checked by a job"),
        new(Confirmed, "The staff confirms a file that was checked"),
        new(Cancelled, "The staff cancels an import before anything was taken over"),
        new(MovedIn, "A file of contracts or users was taken over as a whole") { Mailed = Asked },
        new(Refused, "A file of contracts or users has faults; nothing of it is taken over") { Mailed = Asked },
        new(Failed, "An import could not be finished; nothing of it is there") { Mailed = Asked },
        new(UserMovedIn, "An account comes in with a file, beside the event of the file"),
        new(ContractMovedIn, "A contract comes in with a file, beside the event of the file"),
    ])
{
    public const string Uploaded = "move-in-uploaded";
    public const string Confirmed = "move-in-confirmed";
    public const string Cancelled = "move-in-cancelled";
    public const string MovedIn = "moved-in";
    public const string Refused = "move-in-refused";
    public const string Failed = "move-in-failed";
    public const string UserMovedIn = "user-moved-in";
    public const string ContractMovedIn = "contract-moved-in";

    private const string Asked = "to the one who uploaded the file";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ImportEventText;
