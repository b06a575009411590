using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>What the page of a file says of its state.</summary>
public sealed class ImportWords(ImportFaultWords faults)
{
    /// <summary>What is wrong with the file as a whole; null where it is its rows.</summary>
    /// <returns>With the headings that it may have, where one of them is what is wrong.</returns>
    public (string Fault, string? Headings)? Whole(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job is not { State: ImportState.Faulty, Error: { } error })
        {
            return null;
        }

        var (word, argument) = error.Split(' ', 2) is [var first, var rest] ? (first, rest) : (error, "");
        var fault = Enum.TryParse<SheetFault>(word, out var known) ? known : SheetFault.Unreadable;
        return (faults.Whole(fault, argument), faults.Headings(fault, job.Kind));
    }

    public static string Tone(ImportState state) => state switch
    {
        ImportState.Done => "success",
        ImportState.Faulty or ImportState.Failed => "error",
        ImportState.Checked => "warning",
        ImportState.Cancelled => "neutral",
        _ => "info",
    };
}
