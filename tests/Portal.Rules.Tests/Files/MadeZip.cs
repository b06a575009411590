namespace Portal.Rules.Tests.Files;

/// <summary>One text in an archive, unpacked, with everything about it that can be wrong.</summary>
internal sealed record MadeZip
{
    private static readonly byte[] Text = [.. "a line"u8];

    public string Name { get; init; } = "a.txt";

    /// <summary>As its own header has it, and not the table.</summary>
    public string? OwnName { get; init; }

    public byte OwnMethod { get; init; }

    /// <summary>Before its header.</summary>
    public byte[] Before { get; init; } = [];

    /// <summary>Between its content and the table.</summary>
    public byte[] Behind { get; init; } = [];

    /// <summary>Its sizes stand behind it.</summary>
    public bool IsTrailed { get; init; }

    public static byte[] Sizes(int packed, bool hasSign, bool isWide) =>
    [
        .. hasSign ? "PK\u0007\u0008"u8 : [], 0, 0, 0, 0, .. isWide ? [.. Four(packed), .. Four(0)] : Four(packed),
        .. isWide ? [.. Four(packed), .. Four(0)] : Four(packed),
    ];

    public static int Length => Text.Length;

    public byte[] Bytes()
    {
        var flags = (byte)(IsTrailed ? 8 : 0);
        byte[] name = [.. Name.Select(sign => (byte)sign)];
        byte[] own = [.. (OwnName ?? Name).Select(sign => (byte)sign)];
        byte[] sizes = [.. Four(Text.Length), .. Four(Text.Length)];
        byte[] entry =
        [
            .. Before, .. "PK\u0003\u0004"u8, 20, 0, flags, 0, OwnMethod, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. sizes, (byte)own.Length, 0, 0, 0,
            .. own, .. Text, .. Behind,
        ];
        byte[] line =
        [
            .. "PK\u0001\u0002"u8, 20, 0, 20, 0, flags, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. sizes, (byte)name.Length, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Four(Before.Length), .. name,
        ];
        return
        [
            .. entry, .. line, .. "PK\u0005\u0006"u8, 0, 0, 0, 0, 1, 0, 1, 0, .. Four(line.Length), .. Four(entry.Length), 0, 0,
        ];
    }

    private static byte[] Four(int value) => BitConverter.GetBytes(value);
}
