using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;

namespace Portal.Web.Tests.Http;

/// <summary>
/// Who breaks off a download is no failure of ours: nothing is thrown at the server, which would log it as one.
/// </summary>
public sealed class BrokenDownloads
{
    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 499)]
    [Trait("Review", "S19")]
    public async Task ABrokenDownload_IsNoError(bool hasStarted, int status)
    {
        foreach (var exception in new Exception[] { new TaskCanceledException(), new IOException("The connection was reset.") })
        {
            var answer = new Answer { Began = hasStarted };
            var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
            context.Features.Set<IHttpResponseFeature>(answer);

            await new ErrorPages(_ => throw exception, null!, NullLogger<ErrorPages>.Instance).InvokeAsync(context);

            answer.StatusCode.ShouldBe(status);
        }
    }

    /// <summary>As the server's own: a status that comes too late is a mistake.</summary>
    private sealed class Answer : IHttpResponseFeature
    {
        private int status = 200;

        public required bool Began { get; init; }

        public int StatusCode
        {
            get => status;
            set => status = Began ? throw new InvalidOperationException("The response has already started.") : value;
        }

        public string? ReasonPhrase { get; set; }

        public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

        public Stream Body { get; set; } = Stream.Null;

        public bool HasStarted => Began;

        public void OnStarting(Func<object, Task> callback, object state)
        {
        }

        public void OnCompleted(Func<object, Task> callback, object state)
        {
        }
    }
}
