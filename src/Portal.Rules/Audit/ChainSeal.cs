using System.Security.Cryptography;

namespace Portal.Rules.Audit;

/// <summary>A stretch of the log, closed: what is in it, and what comes before it.</summary>
/// <param name="Tenant">Whose log it is.</param>
/// <param name="Number">From 1 within the tenant, without gaps.</param>
/// <param name="First">Place of its first event, from 1 within the tenant, without gaps.</param>
/// <param name="Count">How many events, at least 1.</param>
/// <param name="Moments">When it was closed, and what that says of its events.</param>
/// <param name="Previous">Hash of the seal before it; zeros for the first.</param>
/// <param name="Root">Hash over the marks of its events, which stays when they go.</param>
/// <param name="Hash">Over all of the above.</param>
public sealed record ChainSeal(Guid Tenant, long Number, long First, int Count, SealMoments Moments, byte[] Previous, byte[] Root,
    byte[] Hash)
{
    private const byte OfSeals = 1;
    private const byte OfRoots = 2;

    /// <summary>Place of the first event behind it.</summary>
    public long End => First + Count;

    /// <summary>Closes a stretch.</summary>
    /// <param name="tenant">Whose log it is.</param>
    /// <param name="before">Null for the first one of a tenant.</param>
    /// <param name="marks">Of its events in their order, at least one.</param>
    /// <param name="moments">Its moments.</param>
    public static ChainSeal Close(Guid tenant, ChainSeal? before, IReadOnlyList<byte[]> marks, SealMoments moments)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentOutOfRangeException.ThrowIfZero(marks.Count);
        var open = new ChainSeal(tenant, (before?.Number ?? 0) + 1, before?.End ?? 1, marks.Count, moments,
            before?.Hash ?? new byte[EventMark.Length], RootOf(marks), []);
        return open with { Hash = open.Computed() };
    }

    /// <summary>The hash over those marks in their order, 32 bytes.</summary>
    public static byte[] RootOf(IEnumerable<byte[]> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var bytes = new ChainBytes(OfRoots, EventMark.Version);
        foreach (var mark in marks)
        {
            bytes.AddSized(mark);
        }

        return SHA256.HashData(bytes.ToArray());
    }

    /// <summary>The hash that these facts have.</summary>
    public byte[] Computed() => SHA256.HashData(new ChainBytes(OfSeals, EventMark.Version)
        .Add(Tenant).Add(Number).Add(First).Add((long)Count)
        .Add(Moments.SealedAt).Add(Moments.NewestAt).Add(Moments.SettledUntil)
        .AddSized(Previous).AddSized(Root)
        .ToArray());
}
