using Portal.Rules.Brands;
using Shouldly;

namespace Portal.Rules.Tests.Brands;

public sealed class BrandPaletteTests
{
    private const int Colors = 1000;

    private static readonly string[] Edges =
    [
        "#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#0017c1", "#010101", "#fefefe",
    ];

    [Fact]
    public void FACE_1_WhateverTheColour_EveryTextCanBeRead()
    {
        var random = new Random(20260726);
        var colors = Edges.Select(Rgb.Parse).Concat(Enumerable.Range(0, Colors).Select(_ => Any(random)));

        colors.SelectMany(Shortfalls).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#0b4f8a")]
    [InlineData("#00695c")]
    [InlineData("#7a1f7f")]
    public void FACE_1_AColourThatHolds_IsTakenAsItIs(string color)
    {
        var light = BrandPalette.Of(Rgb.Parse(color)).Light;

        light.Band.ToString().ShouldBe(color);
        light.Primary.ToString().ShouldBe(color);
    }

    [Theory]
    [InlineData("#ffd43d")]
    [InlineData("#7fd0ff")]
    [InlineData("#40c080")]
    public void FACE_1_AColourThatDoesNot_IsMovedInLightnessAndKeepsItsHue(string color)
    {
        var (brand, moved) = (Oklch.Of(Rgb.Parse(color)), Oklch.Of(BrandPalette.Of(Rgb.Parse(color)).Light.Primary));

        moved.Lightness.ShouldBeLessThan(brand.Lightness);
        moved.Hue.ShouldBe(brand.Hue, tolerance: 0.06);
    }

    [Fact]
    public void FACE_1_UnderThePointer_TheColourIsAnother()
    {
        foreach (var color in Edges)
        {
            var palette = BrandPalette.Of(Rgb.Parse(color));
            palette.Light.Hover.ShouldNotBe(palette.Light.Primary, color);
            palette.Dark.Hover.ShouldNotBe(palette.Dark.Primary, color);
        }
    }

    [Theory]
    [InlineData("#000000", 0, 0)]
    [InlineData("#ffffff", 1, 0)]
    [InlineData("#ff0000", 0.628, 0.258)]
    [InlineData("#0000ff", 0.452, 0.313)]
    public void AColour_StandsWhereItsAuthorPutIt(string color, double lightness, double chroma)
    {
        var place = Oklch.Of(Rgb.Parse(color));

        place.Lightness.ShouldBe(lightness, tolerance: 0.001);
        place.Chroma.ShouldBe(chroma, tolerance: 0.001);
    }

    [Fact]
    public void AColourOfTheScreen_ComesBackAsItself()
    {
        var random = new Random(4);
        for (var i = 0; i < Colors; i++)
        {
            var color = Any(random);
            Oklch.Of(color).ToRgb().ShouldBe(color);
        }
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#0017c1", "#ffffff", 11.10)]
    public void Contrast_IsThatOfWcag(string one, string two, double ratio)
    {
        Rgb.Parse(one).ContrastTo(Rgb.Parse(two)).ShouldBe(ratio, tolerance: 0.01);
        Rgb.Parse(two).ContrastTo(Rgb.Parse(one)).ShouldBe(ratio, tolerance: 0.01);
    }

    [Theory]
    [InlineData("0017c1")]
    [InlineData("#0017c")]
    [InlineData("#0017cg")]
    [InlineData("# 017c1")]
    public void WhatIsNoColour_IsRefused(string text) => Should.Throw<FormatException>(() => Rgb.Parse(text));

    private static Rgb Any(Random random) => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));

    private static IEnumerable<string> Shortfalls(Rgb brand)
    {
        var (light, dark) = BrandPalette.Of(brand);
        return Pairs(light, BrandPalette.LightGrounds).Concat(Pairs(dark, BrandPalette.DarkGrounds))
            .Where(pair => pair.Text.ContrastTo(pair.Ground) < BrandPalette.LeastContrast)
            .Select(pair => $"{brand}: {pair.What} {pair.Text} on {pair.Ground}: {pair.Text.ContrastTo(pair.Ground):0.00}");
    }

    private static IEnumerable<(string What, Rgb Text, Rgb Ground)> Pairs(BrandShades shades, IReadOnlyList<Rgb> grounds) =>
    [
        ("label", shades.OnPrimary, shades.Primary),
        ("label under the pointer", shades.OnPrimary, shades.Hover),
        ("text on the band", shades.OnBand, shades.Band),
        .. ((Rgb[])[.. grounds, shades.Tint]).SelectMany(ground => new[]
        {
            ("primary", shades.Primary, ground), ("under the pointer", shades.Hover, ground), ("link", shades.Link, ground),
        }),
    ];
}
