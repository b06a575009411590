using FsCheck;
using FsCheck.Fluent;

namespace Portal.Rules.Tests.Text;

/// <summary>
/// Texts as people and attackers type them: mostly characters that some rule treats in a way of its own.
/// </summary>
internal static class TypedText
{
    private static readonly char[] Peculiar =
    [
        .. "aAzZ09 .-_@<>\"',\\/\t\r\n\0ıİſσςΣßẞµéЀаА",
        .. "かがゝゞヵヷハﾊﾞﾟｰーＡａ０－＠\u3000㈱①㍻",
        '\u0301', '\u3099', '\u309A', '\u200B', '\u200D', '\u202E', '\u2066', '\u2028', '\uFEFF', '\uFFFE', '\uFFFF', '\uD83D', '\uDE00',
            '\u2212', '\u2010', '\u00A0', '\u00AD',
    ];

    public static Arbitrary<string> Any =>
        Of(Gen.Frequency((4, Gen.Elements(Peculiar)), (1, Gen.Choose(0, char.MaxValue).Select(unit => (char)unit))));

    public static Arbitrary<string> Ascii => Of(Gen.Choose(0, 127).Select(unit => (char)unit));

    public static Arbitrary<string> Of(Gen<char> characters) =>
        Arb.From(characters.ArrayOf().Select(units => new string(units)), Shorter);

    private static IEnumerable<string> Shorter(string text) => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1));
}
