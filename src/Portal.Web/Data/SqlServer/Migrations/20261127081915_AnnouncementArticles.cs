using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AnnouncementArticles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ArticleId",
                table: "Announcements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_TenantId_ArticleId",
                table: "Announcements",
                columns: new[] { "TenantId", "ArticleId" });

            migrationBuilder.AddForeignKey(
                name: "FK_Announcements_Articles_TenantId_ArticleId",
                table: "Announcements",
                columns: new[] { "TenantId", "ArticleId" },
                principalTable: "Articles",
                principalColumns: new[] { "TenantId", "Id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Announcements_Articles_TenantId_ArticleId",
                table: "Announcements");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_TenantId_ArticleId",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "ArticleId",
                table: "Announcements");
        }
    }
}
