using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Tests.Domain.Accounts.Hashing;

/// <summary>
/// Hashes that other programs made: glibc, OpenSSL and libxcrypt; those of SHA-crypt are its specification's.
/// </summary>
public sealed class OldHashTests
{
    private readonly PasswordHashing hashing = new(Options.Create(new PasswordHashOptions { Iterations = 20_000 }));

    [Theory]
    [InlineData("Hello world!", "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5")]
    [InlineData("Hello world!", "$5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA")]
    [InlineData("we have a short salt string but not a short password",
        "$5$rounds=77777$short$JiO1O3ZpDAxGJeaDIuqCoEFysAe1mZNJRs3pw0KQRd/")]
    [InlineData("Hello world!",
        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("Hello world!",
        "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.")]
    [InlineData("we have a short salt string but not a short password",
        "$6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0")]
    [InlineData("a short string",
        "$6$rounds=1000$roundstoolow$p0QXZcxveYsQa.2B25KCJS4FS.AduSeTvzacwAre/390sZzW4t6YB3IQ9MuUHRy2Ay665mftgtdsnKf4ghjRI0")]
    [InlineData("パスワード2468",
        "$6$rounds=1400$anotherlongsalts$ptFQ4RbZdeTl8AJkZcQi8yk7zL8Dz6.iOSpfp58XxEPyhhnukFQY0cPexd/WRdtx0skOdp7K6O.ptM8X0Qj1T.")]
    [InlineData("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")]
    [InlineData("U*U*U", "$2b$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a")]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored",
        "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui")]
    [InlineData("パスワード2468", "$2y$06$abcdefghijklmnopqrstuu/858t/X.3ihEzRVtLgLJ1Zd6xO7uhNO")]
    [InlineData("Right2468-Horse", "{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0")]
    [InlineData("Right2468-Horse", "{SSHA256}iCAeO56wRppgKplC7ycOJbEzjSUeXp4U0eouH684QslzYWx0")]
    [InlineData("Right2468-Horse",
        "{SSHA512}3Q1nolYX0VF0pknRwZZ5tLdsEwvPr6Kv46rbd5FmSYtfhINcwvy21l7PWhyUJPxNS7AO4q4jQtL4IkQAuNouwHNhbHQ=")]
    [InlineData("Right2468-Horse", "AAABAgMEBQYHCAkKCwwNDg9dE/wcIafxlQ9tZRmRJ11vC6OmPT8KAzz1zsUlCT9eDA==")]
    [InlineData("Right2468-Horse", "AQAAAAEAACcQAAAAEAABAgMEBQYHCAkKCwwNDg+gdkUirQfHAxNWJ1wFDlY53GPJMOSpMda3Mprhhvh5xA==")]
    public void ADMIN_12_TheirPasswordIsRight_AndToBeHashedAnew_NoOtherIsRight(string password, string hash)
    {
        hashing.Verify(hash, password).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        hashing.Verify(hash, "x" + password).ShouldBe(PasswordVerificationResult.Failed);
        hashing.Verify(hash, "").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void ADMIN_12_OurOwnHashStaysAsItIs() =>
        hashing.Verify(hashing.Hash("Right2468-Horse"), "Right2468-Horse").ShouldBe(PasswordVerificationResult.Success);
}
