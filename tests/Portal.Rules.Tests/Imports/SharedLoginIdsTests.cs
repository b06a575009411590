using Portal.Rules.Imports;
using Shouldly;

namespace Portal.Rules.Tests.Imports;

public sealed class SharedLoginIdsTests
{
    [Theory]
    [InlineData("r1", "C1", null, null)]
    [InlineData("r2", "C1", ImportFault.OtherLoginId, "R1")]
    [InlineData("r1", "C2", ImportFault.LoginIdElsewhere, "C1")]
    [InlineData("r2", "C2", null, null)]
    public void USER_1_AZ_22_AContractAndItsLoginId_AreEachOthersAlone(string key, string contract, ImportFault? fault, string? instead)
    {
        var pairs = new SharedLoginIds();
        pairs.Join("r1", "R1", "C1").ShouldBeNull();

        var answer = pairs.Join(key, key.ToUpperInvariant(), contract);

        (answer?.Fault, answer?.Is).ShouldBe((fault, instead));
    }

    [Fact]
    public void USER_1_WhatWasRefused_DecidesNothing()
    {
        var pairs = new SharedLoginIds();
        pairs.Join("r1", "R1", "C1");
        pairs.Join("r2", "R2", "C1").ShouldNotBeNull();

        pairs.Join("r2", "R2", "C2").ShouldBeNull();
    }
}
