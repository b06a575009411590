using Portal.Rules.Passwords.Stored;

namespace Portal.Rules.Tests.Passwords.Stored;

public sealed class StoredHashFormatTests
{
    private const string Salted = "abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
    private static readonly string Sum256 = new('.', 43);
    private static readonly string Sum512 = new('a', 86);

    [Theory]
    [InlineData("$2a$04$", 4)]
    [InlineData("$2b$10$", 10)]
    [InlineData("$2y$13$", 13)]
    public void ADMIN_12_BCryptIsKnownByItsCost(string start, int cost) =>
        StoredHashFormat.Read(start + Salted).Hash.ShouldBe(new StoredHash.BCrypt(cost));

    [Fact]
    public void ADMIN_12_ShaCryptHasFiveThousandRoundsUnlessItSaysSo()
    {
        StoredHashFormat.Read("$5$salt$" + Sum256).Hash.ShouldBe(new StoredHash.ShaCrypt(256, 5_000, "salt", Sum256));
        StoredHashFormat.Read("$6$$" + Sum512).Hash.ShouldBe(new StoredHash.ShaCrypt(512, 5_000, "", Sum512));
        StoredHashFormat.Read("$6$rounds=1000000$salt$" + Sum512).Hash
            .ShouldBe(new StoredHash.ShaCrypt(512, 1_000_000, "salt", Sum512));
    }

    [Theory]
    [InlineData("AAABAgMEBQYHCAkKCwwNDg9dE/wcIafxlQ9tZRmRJ11vC6OmPT8KAzz1zsUlCT9eDA==", 2, 1_000)]
    [InlineData("AQAAAAEAACcQAAAAEAABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", 3, 10_000)]
    public void ADMIN_12_IdentityIsKnownByItsFirstByte(string text, int version, int iterations) =>
        StoredHashFormat.Read(text).Hash.ShouldBe(new StoredHash.Identity(version, iterations));

    [Fact]
    public void ADMIN_12_ASaltedDigestIsFollowedByItsSalt()
    {
        var digest = StoredHashFormat.Read("{ssha}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0").Hash.ShouldBeOfType<StoredHash.SaltedDigest>();
        digest.Bits.ShouldBe(160);
        digest.Digest.Length.ShouldBe(20);
        digest.Salt.ToArray().ShouldBe("salt"u8.ToArray());
    }

    [Theory]
    [InlineData("", StoredHashProblem.Unknown)]
    [InlineData("secret", StoredHashProblem.Unknown)]
    [InlineData("5f4dcc3b5aa765d61d8327deb882cf99", StoredHashProblem.Unknown)]
    [InlineData("$1$salt$checksum", StoredHashProblem.Unknown)]
    [InlineData("{MD5}X03MO1qnZdYdgyfeuILPmQ==", StoredHashProblem.Unknown)]
    [InlineData("$2x$10$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$10$abcdefghijklmnopqrstuu5s2v8", StoredHashProblem.Malformed)]
    [InlineData("$2a$03$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$14$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.TooCostly)]
    [InlineData("$2a$１0$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$40$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$32$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$1a$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$10:abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2a$10$abcdefghijklmnopqrstuu5s2v8-iXieOjg/.AySBTTZIIVFJeBui", StoredHashProblem.Malformed)]
    [InlineData("$2$10$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBuii", StoredHashProblem.Malformed)]
    [InlineData("$5$", StoredHashProblem.Malformed)]
    [InlineData("$6$rounds=5000", StoredHashProblem.Malformed)]
    [InlineData("$5$saltsaltsaltsalts$...........................................", StoredHashProblem.Malformed)]
    [InlineData("$5$salt$..........................................-", StoredHashProblem.Malformed)]
    [InlineData("$5$salt$...........................................$", StoredHashProblem.Malformed)]
    [InlineData("{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO5z YWx0", StoredHashProblem.Malformed)]
    [InlineData("{SSHA256}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAMAACcQAAAAEAABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAEAAAAAAAAAEAABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAEAACcQAAAADwABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAEAACcQAAAAIQABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAEAACcQAAAAEA==", StoredHashProblem.Malformed)]
    [InlineData("AgAAAAEAACcQAAAAEA==", StoredHashProblem.Unknown)]
    [InlineData("$5$salt$short", StoredHashProblem.Malformed)]
    [InlineData("$5$rounds=999$salt$...........................................", StoredHashProblem.Malformed)]
    [InlineData("$5$rounds=1000001$salt$...........................................", StoredHashProblem.TooCostly)]
    [InlineData("$5$rounds=99999999999$salt$...........................................", StoredHashProblem.Malformed)]
    [InlineData("{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO4=", StoredHashProblem.Malformed)]
    [InlineData("AAABAgMEBQYHCAkKCwwNDg9dE/wcIafxlQ9tZRmRJ11v", StoredHashProblem.Malformed)]
    [InlineData("AQAAAAEAD0JBAAAAEAABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.TooCostly)]
    [InlineData("AQAAAAEAACcQ/////wABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==", StoredHashProblem.Malformed)]
    public void ADMIN_12_WhatIsNoHash_OrOneThatHoldsUpEverybody_IsToldWhy(string text, StoredHashProblem problem) =>
        StoredHashFormat.Read(text).Problem.ShouldBe(problem);

    [Fact]
    public void ADMIN_12_NoTextIsLongerThanTheColumn() =>
        StoredHashFormat.Read(new string('A', 257)).Problem.ShouldBe(StoredHashProblem.Malformed);
}
