using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text;

public sealed class ClockTextTests
{
    [Theory]
    [InlineData("2026-07-01T09:00", "2026-07-01T09:00")]
    [InlineData("2026-07-01T09:00:00", "2026-07-01T09:00")]
    [InlineData("2026/7/1 9:05", "2026-07-01T09:05")]
    [InlineData("２０２６年７月１日　２３：５９", "2026-07-01T23:59")]
    [InlineData(" 2026-07-01  00:00 ", "2026-07-01T00:00")]
    [InlineData("2026-07-01", null)]
    [InlineData("09:00", null)]
    [InlineData("2026-02-30T09:00", null)]
    [InlineData("2026-07-01T24:00", null)]
    [InlineData("2026-07-01T09:00Z", null)]
    [InlineData("", null)]
    public void ADMIN_6_ADayAndATime_AreReadAsPeopleAndBrowsersWriteThem(string typed, string? read) =>
        (ClockText.Parse(typed) is { } moment ? ClockText.Of(moment) : null).ShouldBe(read);
}
