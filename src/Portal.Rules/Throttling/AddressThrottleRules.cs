using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Portal.Rules.Throttling;

/// <summary>
/// Throttling by address, over all accounts (LOCK-8, CG-13, CG-15, CG-16). Only failures count, so a whole office may
/// sign in at once.
/// </summary>
public static class AddressThrottleRules
{
    private const int NetworkBytes = 8;

    /// <summary>What the address may do now.</summary>
    /// <param name="policy">The limits.</param>
    /// <param name="failuresInWindow">Failures from this address in the window that runs; 0 or more.</param>
    /// <param name="windowEnds">When that window ends; from then on its failures are forgotten.</param>
    /// <param name="now">The present.</param>
    public static ThrottleVerdict Decide(AddressThrottlePolicy policy, int failuresInWindow, DateTimeOffset windowEnds, DateTimeOffset now)
    {
        if (now >= windowEnds || failuresInWindow < Math.Min(policy.SlowAfter, policy.RefuseAfter))
        {
            return new ThrottleVerdict.Free();
        }

        return failuresInWindow >= policy.RefuseAfter
            ? new ThrottleVerdict.Refuse(UntilEnd(windowEnds, now))
            : new ThrottleVerdict.Slow(TimeSpan.FromSeconds(policy.DelaySeconds));
    }

    /// <summary>How long a refused address is told to wait: whole minutes, rounded up (EN-15).</summary>
    /// <param name="windowEnds">When the window ends that is full.</param>
    /// <param name="now">The present, before that.</param>
    public static TimeSpan UntilEnd(DateTimeOffset windowEnds, DateTimeOffset now) =>
        TimeSpan.FromMinutes(Math.Ceiling((windowEnds - now).TotalMinutes));

    /// <summary>
    /// The key under which failures are counted: an IPv4 address, or the /64 network of an IPv6 address, since one
    /// subscriber has a whole /64 to rotate through. An IPv4-mapped address is the IPv4 address. Never with the login
    /// ID: spraying would get a count per ID (CG-13).
    /// </summary>
    /// <param name="address">The address of the direct peer or the trusted hop.</param>
    public static string Key(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return plain.ToString();
        }

        var network = plain.GetAddressBytes();
        network.AsSpan(NetworkBytes).Clear();
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(network)}/{NetworkBytes * 8}");
    }
}
