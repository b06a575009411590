using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Portal.Rules.Audit;
using Portal.Web.Metrics;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit.Heads;

/// <summary>What the file says of one tenant.</summary>
/// <param name="Forged">The first line that is not of this portal.</param>
public sealed record HeadsFound(ILookup<long, ChainHead> ByNumber, ChainBreak? Forged)
{
    /// <summary>Of the newest seal; null for none.</summary>
    public ChainHead? Newest { get; } = ByNumber.SelectMany(heads => heads).MaxBy(head => head.Number);
}

/// <summary>
/// Writes down outside the database how far the chains have come: whoever owns the database can remove the end of a log
/// with its seals and leave a shorter log that is whole, but not what stands here (AU-03).
/// </summary>
public sealed partial class AuditHeads(IOptions<HeadOptions> options, HeadSigner signer, TimeProvider clock, ILogger<AuditHeads> log)
{
    private static readonly Counter<long> Failures = PortalMetrics.Meter.CreateCounter<long>(
        "portal.audit.head_failures", description: "Times that the heads of the audit log could not be written outside the database");

    // Only the newest head counts, so that nothing piles up while the file cannot be written (AU-08).
    private readonly ConcurrentDictionary<Guid, (long Number, DateTimeOffset At)> written = new();

    public bool AreKept => File.Length > 0;

    private string File => options.Value.File ?? "";

    /// <summary>Adds the heads that are news and due; what cannot be written now is written next time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<(PortalTenant Tenant, ChainHead Head)> heads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heads);
        var now = clock.GetUtcNow();
        try
        {
            // Somebody took the file away: a new one begins with all of them.
            var begins = !System.IO.File.Exists(File);
            var due = heads.Where(one => begins || IsDue(one.Head, now)).ToList();
            if (due.Count > 0)
            {
                await HeadFile.AppendAsync(File, due.Select(one => HeadLine.Write(one.Tenant.Slug, one.Head, signer)), cancellationToken);
                due.ForEach(one => written[one.Head.Tenant] = (one.Head.Number, now));
            }

            return due.Count;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Failures.Add(1);
            LogNotWritten(log, refused, File);
            return 0;
        }
    }

    /// <param name="file">Another file than that of the settings, such as a copy.</param>
    /// <returns>Null where none are kept.</returns>
    public async Task<HeadsFound?> ReadAsync(Guid tenant, string? file, CancellationToken cancellationToken)
    {
        if (file is null && !AreKept)
        {
            return null;
        }

        ChainBreak? forged = null;
        IReadOnlyList<ChainHead> heads = [];
        try
        {
            heads = await HeadFile.ReadAsync(file ?? File, Read, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Then there are none, and the verification says so.
            LogNotRead(log, refused, file ?? File);
        }

        return new HeadsFound(heads.ToLookup(head => head.Number), forged);

        ChainHead? Read(int number, string line)
        {
            var read = HeadLine.Read(line);
            if (read is not null && read.TenantId != tenant)
            {
                return null;
            }

            var head = read?.Verify(signer);
            forged ??= head is null ? new ChainBreak(ChainBreakKind.HeadForged, number) : null;
            return head;
        }
    }

    private bool IsDue(ChainHead head, DateTimeOffset now) => !written.TryGetValue(head.Tenant, out var last)
        || (head.Number != last.Number && now - last.At >= options.Value.Every);

    [LoggerMessage(Level = LogLevel.Error, Message = "The heads of the audit log cannot be written to {File}; sealing goes on")]
    private static partial void LogNotWritten(ILogger logger, Exception exception, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "The heads of the audit log cannot be read from {File}")]
    private static partial void LogNotRead(ILogger logger, Exception exception, string file);
}
