using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text;

public sealed class ZoneLabelTests
{
    [Theory]
    [InlineData("Asia/Tokyo", true, "（日本時間）")]
    [InlineData("Asia/Tokyo", false, " (Japan time)")]
    [InlineData("Europe/Berlin", true, "（Europe/Berlin）")]
    [InlineData("Europe/Berlin", false, " (Europe/Berlin)")]
    public void TEXT_4_AZone_IsNamedInTheReadersLanguage(string zone, bool japanese, string label) =>
        ZoneLabel.Of(zone, japanese).ShouldBe(label);
}
